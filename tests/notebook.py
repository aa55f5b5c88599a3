"""A training step as course notebooks write it: dictionaries, one function per formula, the cost at every step.

The benchmark's yardstick. Vectorised over the batch, samples in columns, the same arithmetic and number type as the
engine; what a notebook does not do (prepared arrays, one flat vector) it does not do either.
"""

from __future__ import annotations

import numpy as np


def initialize_parameters(sizes, random, dtype=np.float32):
    """W1, b1, … for layer sizes n[0..L]."""
    parameters = {}
    for layer in range(1, len(sizes)):
        scale = np.sqrt(1.0 / sizes[layer - 1])
        parameters["W" + str(layer)] = (random.standard_normal((sizes[layer], sizes[layer - 1])) * scale).astype(dtype)
        parameters["b" + str(layer)] = np.zeros((sizes[layer], 1), dtype)
    return parameters


def sigmoid(Z):
    """σ(Z)."""
    return 1 / (1 + np.exp(-Z))


def softmax(Z):
    """Over the rows, for each column."""
    T = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return T / np.sum(T, axis=0, keepdims=True)


def linear_activation_forward(A_prev, W, b, activation):
    """A and what backward needs."""
    Z = np.dot(W, A_prev) + b
    A = {"tanh": np.tanh, "sigmoid": sigmoid, "softmax": softmax, "relu": lambda Z: np.maximum(0, Z)}[activation](Z)
    return A, (A_prev, W, b, Z, A)


def model_forward(X, parameters, activations):
    """The output and every layer's cache."""
    caches = []
    A = X
    for layer, activation in enumerate(activations, start=1):
        A, cache = linear_activation_forward(A, parameters["W" + str(layer)], parameters["b" + str(layer)], activation)
        caches.append(cache)
    return A, caches


def compute_cost(AL, Y):
    """Mean cross-entropy."""
    m = Y.shape[1]
    if Y.shape[0] == 1:
        cost = -np.sum(Y * np.log(AL + 1e-8) + (1 - Y) * np.log(1 - AL + 1e-8)) / m
    else:
        cost = -np.sum(Y * np.log(AL + 1e-8)) / m
    return np.squeeze(cost)


def linear_backward(dZ, cache):
    """dA_prev, dW, db."""
    A_prev, W, _b, _Z, _A = cache
    m = A_prev.shape[1]
    dW = np.dot(dZ, A_prev.T) / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db


def activation_backward(dA, cache, activation):
    """dZ of a hidden layer."""
    _A_prev, _W, _b, Z, A = cache
    if activation == "tanh":
        return dA * (1 - np.power(A, 2))
    return dA * (Z > 0)


def model_backward(AL, Y, caches, activations):
    """All gradients by name."""
    grads = {}
    L = len(caches)
    dZ, dA = AL - Y, None
    for layer in reversed(range(1, L + 1)):
        if dA is not None:
            dZ = activation_backward(dA, caches[layer - 1], activations[layer - 1])
        dA, grads["dW" + str(layer)], grads["db" + str(layer)] = linear_backward(dZ, caches[layer - 1])
    return grads


def update_with_gd(parameters, grads, learning_rate):
    """W := W − α dW."""
    for layer in range(1, len(parameters) // 2 + 1):
        parameters["W" + str(layer)] = parameters["W" + str(layer)] - learning_rate * grads["dW" + str(layer)]
        parameters["b" + str(layer)] = parameters["b" + str(layer)] - learning_rate * grads["db" + str(layer)]
    return parameters


def initialize_adam(parameters):
    """v and s, all zero."""
    v = {"d" + key: np.zeros_like(value) for key, value in parameters.items()}
    s = {"d" + key: np.zeros_like(value) for key, value in parameters.items()}
    return v, s


def update_with_adam(parameters, grads, v, s, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    for layer in range(1, len(parameters) // 2 + 1):
        for name in ("W", "b"):
            key, grad = name + str(layer), "d" + name + str(layer)
            v[grad] = beta1 * v[grad] + (1 - beta1) * grads[grad]
            s[grad] = beta2 * s[grad] + (1 - beta2) * np.square(grads[grad])
            v_corrected = v[grad] / (1 - beta1**t)
            s_corrected = s[grad] / (1 - beta2**t)
            parameters[key] = parameters[key] - learning_rate * v_corrected / (np.sqrt(s_corrected) + epsilon)
    return parameters


def random_mini_batches(X, Y, size, random):
    """Batches of an epoch in a new order, as lists of (X, Y) slices."""
    m = X.shape[1]
    permutation = random.permutation(m)
    X, Y = X[:, permutation], Y[:, permutation]
    return [(X[:, k : k + size], Y[:, k : k + size]) for k in range(0, m, size)]


def train(X, Y, sizes, activations, *, batch_size, optimizer, learning_rate, random, steps, dtype=np.float32):
    """Train for a number of steps; returns the parameters and the costs of all steps."""
    parameters = initialize_parameters(sizes, random, dtype)
    v, s = initialize_adam(parameters)
    costs, t = [], 0
    while t < steps:
        for X_batch, Y_batch in random_mini_batches(X, Y, batch_size, random):
            AL, caches = model_forward(X_batch, parameters, activations)
            costs.append(compute_cost(AL, Y_batch))
            grads = model_backward(AL, Y_batch, caches, activations)
            t += 1
            if optimizer == "adam":
                parameters = update_with_adam(parameters, grads, v, s, t, learning_rate)
            else:
                parameters = update_with_gd(parameters, grads, learning_rate)
            if t >= steps:
                break
    return parameters, costs
