using System.Reflection;
using System.Text;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>The public surface as text: what a reviewer reads first. NEURALOPT_UPDATE=1 writes it anew.</summary>
[TestClass]
public class PublicApiTests
{
    private static readonly NullabilityInfoContext s_nullability = new();

    private static string Snapshot => Path.Combine(Fixture.Root, "NeuralOpt.Keras.Tests", "PublicApi", "NeuralOpt.Keras.api.txt");

    [TestMethod]
    public void The_public_surface_is_the_one_on_record()
    {
        string now = Describe();
        if (Environment.GetEnvironmentVariable("NEURALOPT_UPDATE") == "1")
        {
            File.WriteAllText(Snapshot, now);
        }

        string[] recorded = File.ReadAllLines(Snapshot);
        string[] current = now.TrimEnd('\n').Split('\n');
        string[] gone = [.. recorded.Except(current).Select(l => "- " + l)];
        string[] added = [.. current.Except(recorded).Select(l => "+ " + l)];
        Assert.IsTrue(
            recorded.SequenceEqual(current),
            $"The public API differs from PublicApi/NeuralOpt.Keras.api.txt; run the test with NEURALOPT_UPDATE=1 and review the difference.\n{string.Join('\n', gone.Concat(added))}");
    }

    private static string Describe()
    {
        StringBuilder text = new();
        foreach (Type type in typeof(Tensor).Assembly.GetExportedTypes().Where(t => !t.FullName!.Contains('<')).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.FullName);
            if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            {
                text.Append(" : ").Append(Name(parent));
            }

            text.Append('\n');
            foreach (string member in Members(type).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(type.Name).Append("::").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        return
        [
            .. type.GetConstructors(Declared).Where(Visible).Select(c => $"new({Parameters(c)})"),
            .. type.GetProperties(Declared).Where(p => p.GetMethod is { } g && Visible(g)).Select(Property),
            .. type.GetFields(Declared).Where(f => f.IsPublic).Select(f => $"{f.Name}: {Name(f.FieldType)}"),
            .. type.GetMethods(Declared).Where(m => Visible(m) && !IsAccessor(m) && !IsNoise(m))
                .Select(m => $"{m.Name}({Parameters(m)}): {Name(m.ReturnType)}{Mark(s_nullability.Create(m.ReturnParameter))}"),
        ];
    }

    private static bool Visible(MethodBase m) => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo m) => m.IsSpecialName && !m.Name.StartsWith("op_", StringComparison.Ordinal);

    // What records generate, and what every object has.
    private static bool IsNoise(MethodInfo m) => m.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "GetEnumerator" or "<Clone>$" or "op_Equality" or "op_Inequality" or "Finalize";

    private static string Property(PropertyInfo p)
    {
        string set = p.SetMethod is { } setter && Visible(setter) ? " set" : "";
        string index = p.GetIndexParameters() is { Length: > 0 } i ? $"[{string.Join(", ", i.Select(Parameter))}]" : "";
        return $"{p.Name}{index}: {Name(p.PropertyType)}{Mark(s_nullability.Create(p))}{set}";
    }

    private static string Parameters(MethodBase m) => string.Join(", ", m.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo p)
    {
        string value = p.HasDefaultValue ? $" = {(p.DefaultValue is string s ? $"\"{s}\"" : p.DefaultValue is null ? "null" : FormattableString.Invariant($"{p.DefaultValue}"))}" : "";
        return $"{Name(p.ParameterType)}{Mark(s_nullability.Create(p))} {p.Name}{value}";
    }

    private static string Mark(NullabilityInfo info) => !info.Type.IsValueType && info.ReadState == NullabilityState.Nullable ? "?" : "";

    private static string Kind(Type type)
        => type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner) + "?";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
