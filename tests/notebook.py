"""A training step as course notebooks write it: dictionaries, one function per formula, the cost at every step.

The benchmark's yardstick. Vectorised over the batch, samples in columns, the same arithmetic and number type as the
engine; what a notebook does not do (prepared arrays, one flat vector) it does not do either. Dropout and the penalty
are written as in the notes (2.1.5, 2.1.4). Batch norm goes back by the chain of equations that its paper prints (Ioffe
& Szegedy 2015, section 3), which gives the same gradient.
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


def initialize_batch_norm(sizes, dtype=np.float32):
    """γ and β of the hidden layers, and their running averages."""
    parameters, running = {}, {}
    for layer in range(1, len(sizes) - 1):
        parameters["gamma" + str(layer)] = np.ones((sizes[layer], 1), dtype)
        parameters["beta" + str(layer)] = np.zeros((sizes[layer], 1), dtype)
        running["mu" + str(layer)] = np.zeros((sizes[layer], 1), dtype)
        running["var" + str(layer)] = np.ones((sizes[layer], 1), dtype)
    return parameters, running


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


def batch_norm_forward(Z, gamma, beta, running, layer, share=0.1, epsilon=1e-5):
    """Z̃ and what backward needs; the running averages move a little."""
    mu = np.mean(Z, axis=1, keepdims=True)
    var = np.var(Z, axis=1, keepdims=True)
    Z_norm = (Z - mu) / np.sqrt(var + epsilon)
    running["mu" + str(layer)] = (1 - share) * running["mu" + str(layer)] + share * mu
    running["var" + str(layer)] = (1 - share) * running["var" + str(layer)] + share * var
    return gamma * Z_norm + beta, (Z, Z_norm, mu, var, gamma, epsilon)


def batch_norm_backward(dZ_tilde, cache):
    """dZ, dgamma, dbeta; dZ_tilde lacks the 1/m of the cost, as every dZ here does."""
    Z, Z_norm, mu, var, gamma, epsilon = cache
    m = Z.shape[1]
    dgamma = np.sum(dZ_tilde * Z_norm, axis=1, keepdims=True) / m
    dbeta = np.sum(dZ_tilde, axis=1, keepdims=True) / m
    dZ_norm = dZ_tilde * gamma
    dvar = np.sum(dZ_norm * (Z - mu), axis=1, keepdims=True) * -0.5 * (var + epsilon) ** -1.5
    dmu = np.sum(-dZ_norm / np.sqrt(var + epsilon), axis=1, keepdims=True)
    dmu = dmu + dvar * np.sum(-2 * (Z - mu), axis=1, keepdims=True) / m
    dZ = dZ_norm / np.sqrt(var + epsilon) + dvar * 2 * (Z - mu) / m + dmu / m
    return dZ, dgamma, dbeta


def regularized_forward(X, parameters, activations, running, keep_prob, random):
    """As model_forward, with batch norm before and inverted dropout after the activation of every hidden layer."""
    caches, A = [], X
    for layer in range(1, len(activations)):
        A_prev, W = A, parameters["W" + str(layer)]
        gamma, beta = parameters["gamma" + str(layer)], parameters["beta" + str(layer)]
        Z_tilde, norm_cache = batch_norm_forward(np.dot(W, A_prev), gamma, beta, running, layer)
        A = np.tanh(Z_tilde) if activations[layer - 1] == "tanh" else np.maximum(0, Z_tilde)
        D = random.rand(A.shape[0], A.shape[1]) < keep_prob
        caches.append((A_prev, W, Z_tilde, A, D, norm_cache))
        A = np.multiply(A, D)
        A = A / keep_prob
    last = str(len(activations))
    AL, cache = linear_activation_forward(A, parameters["W" + last], parameters["b" + last], activations[-1])
    return AL, [*caches, cache]


def regularized_cost(AL, Y, parameters, lambd, samples):
    """Cross-entropy and λ/2m Σ‖W‖²; m is the size of the training set."""
    squares = [np.sum(np.square(value)) for name, value in parameters.items() if name.startswith("W")]
    return compute_cost(AL, Y) + lambd / (2 * samples) * np.sum(squares)


def regularized_backward(AL, Y, caches, activations, keep_prob, lambd, samples):
    """All gradients by name, the penalty's share added to every dW."""
    grads, L = {}, len(caches)
    dA, grads["dW" + str(L)], grads["db" + str(L)] = linear_backward(AL - Y, caches[-1])
    grads["dW" + str(L)] = grads["dW" + str(L)] + lambd / samples * caches[-1][1]
    for layer in reversed(range(1, L)):
        A_prev, W, Z_tilde, A, D, norm_cache = caches[layer - 1]
        dA = np.multiply(dA, D)
        dA = dA / keep_prob
        dZ_tilde = activation_backward(dA, (A_prev, W, None, Z_tilde, A), activations[layer - 1])
        dZ, grads["dgamma" + str(layer)], grads["dbeta" + str(layer)] = batch_norm_backward(dZ_tilde, norm_cache)
        grads["dW" + str(layer)] = np.dot(dZ, A_prev.T) / A_prev.shape[1] + lambd / samples * W
        dA = np.dot(W.T, dZ)
    return grads


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
    """v, s with both corrections, for W and b of every layer."""
    for layer in range(1, len(parameters) // 2 + 1):
        for name in ("W", "b"):
            key, grad = name + str(layer), "d" + name + str(layer)
            v[grad] = beta1 * v[grad] + (1 - beta1) * grads[grad]
            s[grad] = beta2 * s[grad] + (1 - beta2) * np.square(grads[grad])
            v_corrected = v[grad] / (1 - beta1**t)
            s_corrected = s[grad] / (1 - beta2**t)
            parameters[key] = parameters[key] - learning_rate * v_corrected / (np.sqrt(s_corrected) + epsilon)
    return parameters


def update_all_with_adam(parameters, grads, v, s, t, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """The same for whatever has a gradient, γ and β among it."""
    for grad in grads:
        key = grad[1:]
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


def train(X, Y, parameters, activations, *, batch_size, optimizer, learning_rate, random, steps):
    """Train for a number of steps; returns the parameters and the costs of all steps."""
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


def train_regularized(
    X, Y, parameters, running, activations, *, keep_prob, lambd, batch_size, learning_rate, random, steps
):
    """As train, by Adam, with batch norm, dropout and the L2 penalty. random is a RandomState, as in np.random.rand."""
    v, s = initialize_adam(parameters)
    costs, t, samples = [], 0, X.shape[1]
    while t < steps:
        for X_batch, Y_batch in random_mini_batches(X, Y, batch_size, random):
            AL, caches = regularized_forward(X_batch, parameters, activations, running, keep_prob, random)
            costs.append(regularized_cost(AL, Y_batch, parameters, lambd, samples))
            grads = regularized_backward(AL, Y_batch, caches, activations, keep_prob, lambd, samples)
            t += 1
            parameters = update_all_with_adam(parameters, grads, v, s, t, learning_rate)
            if t >= steps:
                break
    return parameters, costs
