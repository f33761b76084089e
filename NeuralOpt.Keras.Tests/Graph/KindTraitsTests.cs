using System.Reflection;
using NeuralOpt.Keras.Engines;
using NeuralOpt.Keras.Engines.Cpu;

namespace NeuralOpt.Keras.Tests;

/// <summary>What an elementwise function is stands beside it; where it stands among its neighbours says nothing.</summary>
[TestClass]
public class KindTraitsTests
{
    [TestMethod]
    public void Every_function_has_traits_and_they_are_its_own()
    {
        foreach (FieldInfo kind in typeof(UnaryKind).GetFields(BindingFlags.Public | BindingFlags.Static).Concat(typeof(BinaryKind).GetFields(BindingFlags.Public | BindingFlags.Static)))
        {
            Assert.HasCount(1, kind.GetCustomAttributes<KindTraitsAttribute>(), kind.Name);
        }
    }

    [TestMethod]
    public void A_function_gives_bool_where_its_kernel_is_a_test()
    {
        foreach (UnaryKind kind in Enum.GetValues<UnaryKind>())
        {
            Assert.AreEqual(Kernel($"{kind}").IsAssignableTo(typeof(IUnaryTest)), kind.Traits().IsTest, $"{kind}");
        }

        foreach (BinaryKind kind in Enum.GetValues<BinaryKind>())
        {
            Assert.AreEqual(Kernel($"{kind}").IsAssignableTo(typeof(IBinaryTest)), kind.Traits().IsTest, $"{kind}");
        }
    }

    [TestMethod]
    public void The_loop_of_a_function_costs_what_its_traits_say()
    {
        Assert.AreEqual(UnaryKind.Exp.Traits().Cost, Loops.Of(UnaryKind.Exp, DType.Float32).Cost);
        Assert.AreEqual(BinaryKind.Atan2.Traits().Cost, Loops.Of(BinaryKind.Atan2, DType.Float32).Cost);
        Assert.IsGreaterThan(Loops.Of(UnaryKind.Sqrt, DType.Float32).Cost, Loops.Of(UnaryKind.Tanh, DType.Float32).Cost);
    }

    private static Type Kernel(string kind) => typeof(Loops).Assembly.GetType($"NeuralOpt.Keras.Engines.Cpu.{kind}Function", throwOnError: true)!;
}
