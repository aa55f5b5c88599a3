"""The picture of the network in words: what the pointer is at with its value, and the whole for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from playground.ui.engine_words import class_names
from playground.ui.numbers import format_number
from playground.ui.views.network_bundles import Bundles
from playground.ui.views.network_content import NetworkContent
from playground.ui.views.network_menu import activation_words
from playground.ui.views.network_pointer import Hit, activation_name, beta_name, bias_name, weight_name


def describe(content: NetworkContent, hit: Hit, bundles: Bundles) -> str:
    """What stands beside the pointer, with the value at this moment."""
    if hit.is_weight:
        return _describe_parameter(content, hit)
    if hit.kind == "edge":
        value = format_number(float(bundles.items[hit.bundle].weights[hit.edge]))
        words = QCoreApplication.translate("NetworkCanvas", "{count} weights of {unit}, root mean square {value}")
        count = content.weights[0].shape[1]
        return words.format(count=count, unit=activation_name(hit.layer, hit.unit), value=value)
    if hit.kind == "note":
        return QCoreApplication.translate("NetworkCanvas", "The wheel or a click brings the others")
    return _describe_input(content, hit.unit) if hit.layer == 0 else _describe_unit(content, hit)


def parameter_name(content: NetworkContent, hit: Hit) -> str:
    """The name of a weight or a bias; under batch norm β stands where the bias would."""
    if hit.kind == "edge":
        return weight_name(hit.layer, hit.unit, hit.source)
    layers = content.experiment.layers if content.experiment is not None else ()
    normed = hit.layer <= len(layers) and layers[hit.layer - 1].batch_norm
    return beta_name(hit.layer, hit.unit) if normed else bias_name(hit.layer, hit.unit)


def _describe_parameter(content: NetworkContent, hit: Hit) -> str:
    source = -1 if hit.kind == "bias" else hit.source
    said = f"{parameter_name(content, hit)} = {format_number(content.value_of(hit.layer, hit.unit, source))}"
    if (hit.layer, hit.unit + 1, None if source < 0 else source + 1) in content.frozen:
        return QCoreApplication.translate("NetworkCanvas", "{weight}, frozen").format(weight=said)
    return said


def _describe_input(content: NetworkContent, place: int) -> str:
    if content.picture is not None:
        height, width = content.picture.shape
        words = QCoreApplication.translate("NetworkCanvas", "{height} × {width} pixels, one input each")
        return words.format(height=height, width=width)
    slot = content.slots[place]
    name = content.label(slot)
    if not content.toggles:
        return name
    if slot.input >= 0:
        return QCoreApplication.translate("NetworkCanvas", "{name}: click to take it out").format(name=name)
    return QCoreApplication.translate("NetworkCanvas", "{name}: click to take it in").format(name=name)


def _describe_unit(content: NetworkContent, hit: Hit) -> str:
    if hit.layer < len(content.sizes) - 1 or content.data is None:
        return "\n".join([activation_name(hit.layer, hit.unit), *_describe_hidden(content, hit)])
    names = class_names(content.data)
    if content.data.task == "regression":
        return QCoreApplication.translate("NetworkCanvas", "predicted value")
    name = names[hit.unit] if content.data.task == "classes" else names[1]
    return QCoreApplication.translate("NetworkCanvas", "probability of {name}").format(name=name)


def _describe_hidden(content: NetworkContent, hit: Hit) -> list[str]:
    """What batch norm, dropout and an image as input have to say of a hidden unit."""
    said, gammas, kept = [], content.gammas[hit.layer - 1], content.kept[hit.layer - 1]
    if gammas is not None:
        gamma, beta = float(gammas[hit.unit]), float(content.biases[hit.layer - 1][hit.unit])
        said.append(f"γ = {format_number(gamma)}, β = {format_number(beta)}")
    if kept is not None and not kept[hit.unit]:
        said.append(QCoreApplication.translate("NetworkCanvas", "dropped for the first sample of the newest batch"))
    if hit.layer == 1 and content.weight_images is not None:
        said.append(QCoreApplication.translate("NetworkCanvas", "its weights, pixel by pixel"))
    return said


def describe_network(content: NetworkContent) -> str:
    """The structure in one sentence."""
    if content.experiment is None:
        return ""
    fed = sum(slot.input >= 0 for slot in content.slots)
    parts = [QCoreApplication.translate("NetworkCanvas", "{count} inputs").format(count=fed)]
    words = QCoreApplication.translate("NetworkCanvas", "layer {number}: {count} units, {activation}")
    for number, layer in enumerate(content.experiment.layers, 1):
        parts.append(words.format(number=number, count=layer.units, activation=activation_words(layer.activation)))
    parts.append(QCoreApplication.translate("NetworkCanvas", "{count} outputs").format(count=content.outputs))
    return QCoreApplication.translate("NetworkCanvas", "; ").join(parts)
