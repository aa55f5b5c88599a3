"""The plainest forward and backward pass, as one writes it beside the notes: what the engine's layers must equal.

Lists of arrays, samples in columns, nothing prepared, nothing shared, float64. ``Net`` describes the network; a
hidden layer is (W, b, γ, β) with γ, β None where it has no batch norm. Written for reading, not for speed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

G = {
    "sigmoid": lambda z, slope: 1 / (1 + np.exp(-z)),
    "tanh": lambda z, slope: np.tanh(z),
    "relu": lambda z, slope: np.maximum(0, z),
    "leaky-relu": lambda z, slope: np.where(z > 0, z, slope * z),
    "identity": lambda z, slope: z,
}
G_PRIME = {
    "sigmoid": lambda z, slope: G["sigmoid"](z, slope) * (1 - G["sigmoid"](z, slope)),
    "tanh": lambda z, slope: 1 - np.tanh(z) ** 2,
    "relu": lambda z, slope: (z > 0).astype(float),
    "leaky-relu": lambda z, slope: np.where(z > 0, 1.0, slope),
    "identity": lambda z, slope: np.ones_like(z),
}


@dataclass
class Net:
    """W, b, gamma, beta by layer 1..L (index 0..L−1); g and keep masks of the hidden layers."""

    W: list
    b: list
    gamma: list
    beta: list
    g: list
    task: str
    loss: str
    slope: float = 0.01
    l1: float = 0.0
    l2: float = 0.0
    m_train: int = 1
    masks: list = field(default_factory=list)


def forward(net, X):
    """Z, A and what batch norm needs, by layer; A[0] is X."""
    A, caches = X, []
    for index, (W, b) in enumerate(zip(net.W, net.b, strict=True)):
        A_prev, Z, norm = A, W @ A + b, None
        if net.gamma[index] is not None:
            Z = W @ A
            mu, variance = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
            z_norm = (Z - mu) / np.sqrt(variance + 1e-5)
            norm = (z_norm, variance)
            Z = net.gamma[index] * z_norm + net.beta[index]
        if index < len(net.g):
            A = G[net.g[index]](Z, net.slope)
            if net.masks and net.masks[index] is not None:
                A = A * net.masks[index]
        elif net.task == "regression":
            A = Z
        elif net.task == "two-class":
            A = 1 / (1 + np.exp(-Z))
        else:
            A = np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0)
        caches.append((A_prev, Z, norm))
    return A, caches


def cost(net, X, Y):
    """J: mean loss and penalties."""
    A, _ = forward(net, X)
    if net.loss == "squared-error":
        losses = 0.5 * ((A - Y) ** 2).sum(axis=0)
    elif net.task == "two-class":
        losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))[0]
    else:
        losses = -(Y * np.log(A)).sum(axis=0)
    weights = sum(net.l1 * np.abs(W).sum() + net.l2 * (W**2).sum() for W in net.W)
    return losses.mean() + weights / (2 * net.m_train)


def backward(net, X, Y):
    """Gradients in the order of the layers: (dW, db, dgamma, dbeta)."""
    A, caches = forward(net, X)
    m = X.shape[1]
    dZ = A - Y
    if net.loss == "squared-error" and net.task == "two-class":
        dZ = (A - Y) * A * (1 - A)
    elif net.loss == "squared-error" and net.task == "classes":
        dZ = np.stack([(np.diag(a) - np.outer(a, a)) @ (a - y) for a, y in zip(A.T, Y.T, strict=True)], axis=1)
    gradients = []
    for index in reversed(range(len(net.W))):
        A_prev, Z, norm = caches[index]
        if index < len(net.g):
            dA = net.W[index + 1].T @ dZ
            if net.masks and net.masks[index] is not None:
                dA = dA * net.masks[index]
            dZ = dA * G_PRIME[net.g[index]](Z, net.slope)
        dgamma = dbeta = None
        if norm is not None:
            z_norm, variance = norm
            dgamma = (dZ * z_norm).sum(axis=1, keepdims=True) / m
            dbeta = dZ.sum(axis=1, keepdims=True) / m
            d_norm = dZ * net.gamma[index]
            centred = m * d_norm - d_norm.sum(axis=1, keepdims=True)
            centred -= z_norm * (d_norm * z_norm).sum(axis=1, keepdims=True)
            dZ = centred / (m * np.sqrt(variance + 1e-5))
        dW = (
            dZ @ A_prev.T / m + net.l2 / net.m_train * net.W[index] + net.l1 / (2 * net.m_train) * np.sign(net.W[index])
        )
        gradients.append((dW, dZ.sum(axis=1, keepdims=True) / m, dgamma, dbeta))
    return gradients[::-1]


def step(optimizer, theta, g, state, t):
    """One update of one array; ``state`` is a dict of that array's averages."""
    v, S = state.setdefault("v", np.zeros_like(theta)), state.setdefault("S", np.zeros_like(theta))
    o = optimizer
    if o.kind == "gd":
        return theta - o.learning_rate * g
    if o.kind == "momentum":
        state["v"] = o.momentum * v + (1 - o.momentum) * g
        return theta - o.learning_rate * state["v"]
    if o.kind == "rmsprop":
        state["S"] = o.rho * S + (1 - o.rho) * g**2
        return theta - o.learning_rate * g / (np.sqrt(state["S"]) + o.epsilon)
    state["v"], state["S"] = o.beta1 * v + (1 - o.beta1) * g, o.beta2 * S + (1 - o.beta2) * g**2
    v_hat, S_hat = state["v"] / (1 - o.beta1**t), state["S"] / (1 - o.beta2**t)
    return theta - o.learning_rate * v_hat / (np.sqrt(S_hat) + o.epsilon)
