using System.Reflection;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>Constructors are the config: what a class is made with can be read back from it.</summary>
[TestClass]
public class ConfigTests
{
    private static IEnumerable<Type> Classes => typeof(Tensor).Assembly.GetExportedTypes()
        .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IConfigurable)) && t != typeof(Model));

    [TestMethod]
    public void A_class_of_a_config_has_one_public_constructor_besides_those_that_take_functions()
    {
        // A constructor that takes functions where the other takes what a config can hold is no second idea of the class.
        string[] several = [.. Classes.Where(t => t.GetConstructors().Count(c => !ObjectConfig.IsConvenience(c)) > 1).Select(t => t.Name)];
        Assert.IsEmpty(several, string.Join(", ", several));
    }

    [TestMethod]
    public void Every_constructor_parameter_has_a_property_of_its_name()
    {
        string[] missing =
        [
            .. Classes.Where(t => !t.IsAssignableTo(typeof(Model)))
                .SelectMany(t => t.GetConstructors().SelectMany(c => c.GetParameters())
                    .Where(p => Property(t, p.Name!) is null && !IsFunctionOutsideOfConfigs(p))
                    .Select(p => $"{t.Name}: {p.Name}")),
        ];
        Assert.IsEmpty(missing, string.Join('\n', missing));
    }

    [TestMethod]
    public void A_constructor_that_takes_functions_has_the_names_and_the_order_of_the_other()
    {
        string[] differing =
        [
            .. Classes.Where(t => t.GetConstructors().Length > 1)
                .Where(t => t.GetConstructors().Select(c => string.Join(", ", c.GetParameters().Select(p => p.Name))).Distinct().Count() > 1)
                .Select(t => t.Name),
        ];
        Assert.IsEmpty(differing, string.Join(", ", differing));
    }

    // The functions of a LambdaCallback have the names of its methods.
    private static bool IsFunctionOutsideOfConfigs(ParameterInfo p)
        => p.ParameterType.IsAssignableTo(typeof(Delegate)) && p.GetCustomAttribute<ConfigNameAttribute>() is { Name: null };

    private static PropertyInfo? Property(Type type, string parameter)
        => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(p => string.Equals(p.Name, parameter, StringComparison.OrdinalIgnoreCase));
}
