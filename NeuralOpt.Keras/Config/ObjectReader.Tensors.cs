using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

internal sealed partial class ObjectReader
{
    /// <summary>A number or nested lists of numbers; float32 unless all are whole or a type is given.</summary>
    private static Tensor ReadTensor(JsonNode? node, DType? dtype, string where)
    {
        List<int> shape = [];
        for (JsonNode? n = node; n is JsonArray a; n = a.Count > 0 ? a[0] : null)
        {
            shape.Add(a.Count);
            if (shape.Count > 32)
            {
                throw new InvalidModelException($"{where}: lists of numbers must be nested at most 32 deep. Received: more.");
            }
        }

        List<double> values = [];
        bool whole = true;
        bool logical = true;
        Collect(node, 0);
        DType type = dtype ?? (values.Count == 0 ? DType.Float32 : logical ? DType.Bool : whole ? DType.Int32 : DType.Float32);
        Tensor t = Tensor.Uninitialized(new(Shape.Of(shape), type));
        for (int i = 0; i < values.Count; i++)
        {
            t.WriteDouble(i, values[i]);
        }

        return t;

        void Collect(JsonNode? n, int axis)
        {
            if (n is JsonArray a)
            {
                if (axis >= shape.Count || a.Count != shape[axis])
                {
                    throw new InvalidModelException($"{where}: nested lists must have equal lengths. Received: {Brief(node)}.");
                }

                foreach (JsonNode? item in a)
                {
                    Collect(item, axis + 1);
                }

                return;
            }

            if (axis != shape.Count || n is not JsonValue v)
            {
                throw new InvalidModelException($"{where}: a tensor must be a number or nested lists of numbers. Received: {Brief(n)}.");
            }

            bool isBool = v.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
            object number = ReadScalar(v, isBool ? typeof(bool) : typeof(double))
                ?? throw new InvalidModelException($"{where}: a tensor must be a number or nested lists of numbers. Received: {Brief(n)}.");
            logical &= isBool;
            whole &= isBool || (v.GetValueKind() == JsonValueKind.Number && !v.ToJsonString().AsSpan().ContainsAny(".eE"));
            values.Add(isBool ? ((bool)number ? 1 : 0) : (double)number);
        }
    }
}
