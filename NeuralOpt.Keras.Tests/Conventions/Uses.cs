using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NeuralOpt.Keras.Tests.Conventions;

/// <summary>What compiled code refers to.</summary>
internal static class Uses
{
    /// <summary>The methods that a method calls, or takes the address of.</summary>
    internal static IEnumerable<MethodReference> Calls(MethodDefinition method)
        => method.Body.Instructions.Select(i => i.Operand).OfType<MethodReference>().DistinctBy(m => m.FullName);

    /// <summary>The types in a method's signature, attributes and constraints, of its locals, and of what it calls and reads.</summary>
    internal static IEnumerable<TypeReference> Types(MethodDefinition method)
    {
        IEnumerable<TypeReference> types =
        [
            method.ReturnType,
            .. method.Parameters.SelectMany(p => Attributes(p).Append(p.ParameterType)),
            .. Attributes(method),
            .. Constraints(method),
            .. method.Body.Variables.Select(v => v.VariableType),
        ];
        foreach (Instruction instruction in method.Body.Instructions)
        {
            types = types.Concat(instruction.Operand switch
            {
                TypeReference type => [type],
                MethodReference called => [called.DeclaringType, called.ReturnType, .. called.Parameters.Select(p => p.ParameterType), .. Arguments(called)],
                FieldReference field => [field.DeclaringType, field.FieldType],
                _ => [],
            });
        }

        return types.SelectMany(Parts).Distinct();
    }

    /// <summary>The types that a type derives from, implements, bears as attributes, constrains its parameters to, and holds in fields and properties.</summary>
    internal static IEnumerable<TypeReference> Types(TypeDefinition type)
    {
        TypeReference?[] types =
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. Attributes(type),
            .. Constraints(type),
            .. type.Fields.SelectMany(f => Attributes(f).Append(f.FieldType)),
            .. type.Properties.SelectMany(p => Attributes(p).Append(p.PropertyType)),
        ];
        return types.OfType<TypeReference>().SelectMany(Parts).Distinct();
    }

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider bearer)
        => bearer.CustomAttributes.SelectMany(a => a.ConstructorArguments.Select(v => v.Value).OfType<TypeReference>().Append(a.AttributeType));

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider generic)
        => generic.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType);

    private static IEnumerable<TypeReference> Arguments(MethodReference called) => called is GenericInstanceMethod m ? m.GenericArguments : [];

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        GenericParameter => [],
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
