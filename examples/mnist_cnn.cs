#:project ../NeuralOpt.Keras/NeuralOpt.Keras.csproj

// A convolutional network that reads handwritten digits, after the classic example of Keras.
//
//   dotnet run examples/mnist_cnn.cs
//   dotnet run examples/mnist_cnn.cs -- --limit 6000 --epochs 1     (a quick look)
//
// --epochs N   passes over the training data, 5 by default
// --limit N    train on the first N of 60,000 samples only; the test set stays whole
// --seed N     the same numbers at every run
using System.Diagnostics;
using System.Runtime.CompilerServices;
using NeuralOpt.Examples;
using NeuralOpt.Keras;
using NeuralOpt.Keras.Datasets;
using NeuralOpt.Keras.Layers;

var options = Options.Of(args, ["--epochs", "--limit", "--seed"]);
int epochs = options.Number("--epochs", least: 1) ?? 5;
int? limit = options.Number("--limit", least: 1, most: 60_000);
if (options.Number("--seed") is { } seed)
{
    Utils.SetRandomSeed(seed);
}

// The data, which the repository ships. In Python: keras.datasets.mnist.load_data(); Mnist.LoadData() downloads as that does.
var ((xTrain, yTrain), (xTest, yTest)) = Mnist.LoadData(Path.Combine(Path.GetDirectoryName(Here())!, "data", "mnist.npz"));
if (limit is { } n)
{
    (xTrain, yTrain) = (xTrain[..n], yTrain[..n]);
}

xTrain = Ops.ExpandDims(xTrain.AsType("float32") / 255, -1);
xTest = Ops.ExpandDims(xTest.AsType("float32") / 255, -1);
Console.WriteLine($"x_train: {xTrain.Shape}, {xTrain.Shape.At(0)} train samples, {xTest.Shape.At(0)} test samples");

var model = new Sequential(
[
    new Input((28, 28, 1)),
    new Conv2D(32, kernelSize: (3, 3), activation: "relu"),
    new Conv2D(64, kernelSize: (3, 3), activation: "relu"),
    new MaxPooling2D(poolSize: (2, 2)),
    new Dropout(0.25),
    new Flatten(),
    new Dense(128, activation: "relu"),
    new Dropout(0.5),
    new Dense(10, activation: "softmax"),
]);
model.Summary();
model.Compile(optimizer: "adam", loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);

var clock = Stopwatch.StartNew();
var history = model.Fit(xTrain, yTrain, batchSize: 128, epochs: epochs);
double rate = xTrain.Shape[0] * (double)epochs / clock.Elapsed.TotalSeconds;

var score = model.Evaluate(xTest, yTest, batchSize: 128, verbose: 0);
Console.WriteLine(FormattableString.Invariant($"Test loss: {score[0]:F4}"));
Console.WriteLine(FormattableString.Invariant($"Test accuracy: {score[1]:F4}"));

var digits = Ops.Argmax(model.Predict(xTest[..10], verbose: 0), axis: -1);
Console.WriteLine($"Predicted: {digits}");
Console.WriteLine($"Labels:    {yTest[..10]}");

Console.WriteLine(FormattableString.Invariant($"Training: {rate:F0} samples per second"));
Console.WriteLine($"History: {history.Plot("history.svg")}");

static string Here([CallerFilePath] string path = "") => path;
