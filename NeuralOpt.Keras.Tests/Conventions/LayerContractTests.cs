using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Tests.Contracts;

namespace NeuralOpt.Keras.Tests.Conventions;

[TestClass]
public sealed class LayerContractTests
{
    [TestMethod]
    public void Every_layer_has_a_contract()
    {
        // The place where data enters has no call of its own.
        HashSet<Type> kept = [typeof(InputLayer)];
        foreach (Type test in typeof(LayerContractTests).Assembly.GetTypes().Where(static t => !t.IsAbstract))
        {
            for (Type? type = test.BaseType; type is not null; type = type.BaseType)
            {
                if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(LayerContract<>))
                {
                    kept.Add(type.GetGenericArguments()[0]);
                }
            }
        }

        string[] missing =
        [
            .. typeof(Layer).Assembly.GetExportedTypes()
                .Where(t => t.IsAssignableTo(typeof(Layer)) && t is { IsAbstract: false, Namespace: "NeuralOpt.Keras.Layers" } && !kept.Contains(t))
                .Select(static t => t.Name),
        ];
        Assert.IsEmpty(missing, $"without a contract: {string.Join(", ", missing)}");
    }
}
