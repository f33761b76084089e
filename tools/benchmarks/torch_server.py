"""Runs steps of the peer's nets on request: a line `net steps` on standard input, milliseconds a step on standard output.

usage: torch_server.py stock|tuned [threads]
`tuned` uses channels-last memory and the fastest of three ways to write a global maximum; who starts it sets
OMP_PROC_BIND and keeps malloc from mmap.
"""
import sys
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

TUNED = sys.argv[1] == "tuned"
torch.set_num_threads(int(sys.argv[2]) if len(sys.argv) > 2 else 2)
torch.manual_seed(0)


class Mnist(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, 3)
        self.conv2 = nn.Conv2d(32, 64, 3)
        self.dense1 = nn.Linear(9216, 128)
        self.dense2 = nn.Linear(128, 10)
        self.drop1 = nn.Dropout(0.25)
        self.drop2 = nn.Dropout(0.5)

    def forward(self, x):
        x = F.relu(self.conv1(x), inplace=True)
        x = F.relu(self.conv2(x), inplace=True)
        x = self.drop1(F.max_pool2d(x, 2)).flatten(1)
        return self.dense2(self.drop2(F.relu(self.dense1(x))))


class Imdb(nn.Module):
    GLOBAL_MAX = {
        "max": lambda x: x.max(dim=2)[0],
        "amax": lambda x: x.amax(dim=2),
        "max_pool1d": lambda x: F.max_pool1d(x, x.shape[2]).squeeze(2),
    }

    def __init__(self, pool):
        super().__init__()
        self.embedding = nn.Embedding(5000, 50)
        self.conv = nn.Conv1d(50, 250, 3)
        self.dense1 = nn.Linear(250, 250)
        self.dense2 = nn.Linear(250, 1)
        self.drop1 = nn.Dropout(0.2)
        self.drop2 = nn.Dropout(0.2)
        self.pool = self.GLOBAL_MAX[pool]

    def forward(self, x):
        x = self.drop1(self.embedding(x)).transpose(1, 2)
        x = self.pool(F.relu(self.conv(x), inplace=True))
        return self.dense2(F.relu(self.drop2(self.dense1(x))))


class Iris(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(4, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Linear(64, 128), nn.BatchNorm1d(128), nn.ReLU(), nn.Linear(128, 3))

    def forward(self, x):
        return self.layers(x)


def training(model, x, y, loss):
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)

    def step():
        optimizer.zero_grad(set_to_none=True)
        value = loss(model(x), y)
        value.backward()
        optimizer.step()
        return value.item()

    return step


def prediction(model, x):
    model.eval()

    def step():
        with torch.no_grad():
            return F.softmax(model(x), 1)[0, 0].item()

    return step


def channels_last(t):
    return t.to(memory_format=torch.channels_last) if TUNED else t


def imdb(pool):
    return training(
        Imdb(pool), torch.randint(0, 5000, (32, 400)), torch.randint(0, 2, (32, 1)).float(), F.binary_cross_entropy_with_logits)


def fastest_imdb():
    steps = [imdb(pool) for pool in (Imdb.GLOBAL_MAX if TUNED else ["max"])]
    return min(steps, key=lambda step: milliseconds(step, 4)) if TUNED else steps[0]


NETS = {
    "mnist": lambda: training(
        channels_last(Mnist()), channels_last(torch.rand(128, 1, 28, 28)), torch.randint(0, 10, (128,)), F.cross_entropy),
    "mnist-predict": lambda: prediction(channels_last(Mnist()), channels_last(torch.rand(128, 1, 28, 28))),
    "imdb": fastest_imdb,
    "iris": lambda: training(Iris(), torch.rand(40, 4), torch.randint(0, 3, (40,)), F.cross_entropy),
}


def milliseconds(step, count):
    step()
    step()
    start = time.perf_counter()
    for _ in range(count):
        step()
    return (time.perf_counter() - start) / count * 1e3


def main():
    steps = {}
    print("ready", torch.__version__, flush=True)
    for line in sys.stdin:
        net, count = line.split()
        if net not in steps:
            steps[net] = NETS[net]()
            milliseconds(steps[net], 2)
        print(milliseconds(steps[net], int(count)), flush=True)


main()
