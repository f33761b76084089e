using NeuralOpt.Keras.Layers;

namespace NeuralOpt.Keras.Tests.Models;

[TestClass]
[DoNotParallelize]
public class StepMemoryTests
{
    [TestMethod]
    public void Steps_of_Fit_allocate_next_to_nothing()
    {
        Sequential model = new([new Input(20), new Dense(30, activation: "relu"), new Dropout(0.2), new Dense(3, activation: "softmax")]);
        model.Compile("adam", "sparse_categorical_crossentropy", metrics: ["accuracy"]);
        Tensor x = Ops.Ones((3200, 20));
        Tensor y = Ops.Zeros(3200, DType.Int32);
        Fit(1);
        long few = Allocated(() => Fit(1));
        long many = Allocated(() => Fit(6));

        // 500 steps more; the logs of a step are two numbers.
        Assert.IsLessThan(2_000, (many - few) / 500.0);

        void Fit(int epochs) => model.Fit(x, y, epochs: epochs, verbose: 0, shuffle: false);
    }

    [TestMethod]
    public void Memory_that_lives_does_not_grow_with_steps()
    {
        Sequential model = new([new Input(20), new Dense(30), new Dense(1)]);
        model.Compile("sgd", "mse");
        Tensor x = Ops.Ones((320, 20));
        Tensor y = Ops.Zeros((320, 1));
        model.Fit(x, y, epochs: 3, verbose: 0);
        long before = Live();
        model.Fit(x, y, epochs: 50, verbose: 0);
        model.Predict(x, verbose: 0);
        long after = Live();
        Assert.IsLessThan(200_000, after - before);

        static long Live()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
