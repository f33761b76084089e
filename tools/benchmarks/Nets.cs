using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>The nets that are measured.</summary>
internal static class Nets
{
    /// <summary>Digits, images of 28 x 28.</summary>
    internal static Model Mnist()
    {
        Sequential model = new(
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
        model.Compile(optimizer: "adam", loss: "sparse_categorical_crossentropy");
        return model;
    }

    /// <summary>Reviews of 400 words out of 5,000.</summary>
    internal static Model Imdb()
    {
        Sequential model = new(
        [
            new Input(400),
            new Embedding(5000, 50),
            new Dropout(0.2),
            new Conv1D(250, 3, activation: "relu"),
            new GlobalMaxPooling1D(),
            new Dense(250),
            new Dropout(0.2),
            new Activation("relu"),
            new Dense(1),
            new Activation("sigmoid"),
        ]);
        model.Compile(optimizer: "adam", loss: "binary_crossentropy");
        return model;
    }

    /// <summary>Flowers of four measures, with batch normalisation.</summary>
    internal static Model Iris()
    {
        Sequential model = new(
        [
            new Input(4),
            new Dense(64),
            new BatchNormalization(),
            new Activation("relu"),
            new Dense(128),
            new BatchNormalization(),
            new Activation("relu"),
            new Dense(3, activation: "softmax"),
        ]);
        model.Compile(optimizer: "adam", loss: "sparse_categorical_crossentropy");
        return model;
    }
}
