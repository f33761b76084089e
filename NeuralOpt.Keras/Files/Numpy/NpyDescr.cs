namespace NeuralOpt.Keras.Files.Numpy;

/// <summary>NumPy's name of an element type (<c>&lt;f4</c>) and what it is here.</summary>
/// <param name="DType">The type it is read as.</param>
/// <param name="Size">Bytes an element.</param>
/// <param name="Swap">The file's byte order is not this machine's.</param>
/// <param name="IsUInt64">Read as <see cref="DType.Int64"/>, which holds only the lower half of its values.</param>
internal readonly record struct NpyDescr(DType DType, int Size, bool Swap, bool IsUInt64)
{
    internal static NpyDescr Parse(string where, string descr)
    {
        if (descr.Length >= 2 && descr[0] is '<' or '>' or '|' or '=')
        {
            string name = descr[1..];
            if (name == "O")
            {
                throw new InvalidFileException(
                    $"{where}: the array must hold numbers or booleans, because unpickling objects runs code from the file. Received dtype: object.");
            }

            (DType DType, int Size)? known = name switch
            {
                "f2" => (DType.Float16, 2),
                "f4" => (DType.Float32, 4),
                "f8" => (DType.Float64, 8),
                "i1" => (DType.Int8, 1),
                "i2" => (DType.Int16, 2),
                "i4" => (DType.Int32, 4),
                "i8" => (DType.Int64, 8),
                "u1" => (DType.UInt8, 1),
                "u2" => (DType.UInt16, 2),
                "u4" => (DType.UInt32, 4),
                "u8" => (DType.Int64, 8),
                "b1" => (DType.Bool, 1),
                _ => null,
            };
            if (known is (DType dtype, int size) && (descr[0] != '|' || size == 1))
            {
                bool swap = size > 1 && (descr[0] == '>' ? BitConverter.IsLittleEndian : descr[0] == '<' && !BitConverter.IsLittleEndian);
                return new NpyDescr(dtype, size, swap, name == "u8");
            }
        }

        throw new InvalidFileException(
            $"{where}: the dtype must be float16, float32, float64, an integer of 8 to 64 bits, or bool. Received: '{NpyHeader.Shorten(descr)}'.");
    }

    /// <summary>The name that NumPy writes for memory of this machine's byte order.</summary>
    internal static string Format(DType dtype)
    {
        char kind = dtype.IsFloating() ? 'f' : dtype == DType.Bool ? 'b' : dtype.Name()[0];
        int size = dtype.Size();
        return $"{(size == 1 ? '|' : BitConverter.IsLittleEndian ? '<' : '>')}{kind}{size}";
    }
}
