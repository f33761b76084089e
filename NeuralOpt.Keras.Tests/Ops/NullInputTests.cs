using System.Reflection;

namespace NeuralOpt.Keras.Tests;

/// <summary>A null where a value must be is named, in every function of tensors.</summary>
[TestClass]
public sealed class NullInputTests
{
    public static IEnumerable<object[]> Parameters
        => from type in new[] { typeof(Ops), typeof(RandomOps), typeof(Activations) }
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
           from parameter in method.GetParameters()
           where parameter.ParameterType == typeof(Tensor) && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable
           select new object[] { method, parameter.Position };

    [TestMethod]
    [DynamicData(nameof(Parameters))]
    public void A_null_tensor_is_refused_in_a_sentence(MethodInfo method, int position)
    {
        object?[] arguments = [.. method.GetParameters().Select((p, i) => i == position ? null : Value(p))];
        TargetInvocationException thrown = Assert.ThrowsExactly<TargetInvocationException>(() => method.Invoke(null, arguments));
        Assert.IsInstanceOfType<IKerasException>(thrown.InnerException, thrown.InnerException!.ToString());
    }

    [TestMethod]
    public void The_sentence_names_the_function_and_the_argument()
    {
        Assert.AreEqual("Add: x2 must be given. Received: null.", Assert.Throws<ArgumentNullException>(() => Ops.Add(1, null!)).Message);
        Assert.AreEqual("Sum: x must be given. Received: null.", Assert.Throws<ArgumentNullException>(() => Ops.Sum(null!)).Message);
        Assert.AreEqual("Less: x1 must be given. Received: null.", Assert.Throws<ArgumentNullException>(() => Ops.Less(null!, 1)).Message);
        Assert.AreEqual("Exp: x must be given. Received: null.", Assert.Throws<ArgumentNullException>(() => Ops.Exp(null!)).Message);
        Assert.AreEqual("Concatenate: xs[1] must be given. Received: null.", Assert.Throws<ArgumentNullException>(() => Ops.Concatenate([1, null!])).Message);
    }

    private static object? Value(ParameterInfo p)
        => p.ParameterType == typeof(Tensor) && !p.HasDefaultValue ? Ops.Ones((2, 2))
            : p.HasDefaultValue ? p.DefaultValue
            : p.ParameterType == typeof(Tensor[]) || p.ParameterType == typeof(IReadOnlyList<Tensor>) ? new[] { Ops.Ones((2, 2)) }
            : p.ParameterType == typeof(string) ? "float32"
            : p.ParameterType == typeof(Shape) ? Shape.Of(2, 2)
            : p.ParameterType == typeof(Axis) ? (Axis)0
            : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType)
            : p.ParameterType == typeof(Func<Tensor, Tensor>) ? (Func<Tensor, Tensor>)(static x => x)
            : p.ParameterType == typeof(Func<Tensor, Tensor, Tensor>) ? (Func<Tensor, Tensor, Tensor>)(static (x, _) => x)
            : p.ParameterType == typeof(Func<Tensor, Tensor, (Tensor, Tensor)>) ? (Func<Tensor, Tensor, (Tensor, Tensor)>)(static (x, y) => (x, y))
            : p.ParameterType == typeof(Func<Tensor>) ? (Func<Tensor>)(static () => Ops.Ones((2, 2)))
            : p.ParameterType == typeof(Func<Tensor, Tensor>[]) ? null
            : p.ParameterType.IsArray ? Array.CreateInstance(p.ParameterType.GetElementType()!, 0)
            : null;
}
