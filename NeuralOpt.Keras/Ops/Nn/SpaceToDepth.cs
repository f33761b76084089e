namespace NeuralOpt.Keras;

public static partial class Ops
{
    /// <summary>Moves channels into blocks of space: each pixel becomes a square of pixels.</summary>
    /// <param name="x">(batch, height, width, channels), or channels first; the channels divide by the block's area.</param>
    /// <param name="blockSize">Side of the square, at least 1.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <returns>(batch, height * block, width * block, channels / block^2).</returns>
    /// <exception cref="ShapeException">The channels do not divide.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#depth_to_space-function"/>
    public static Tensor DepthToSpace(Tensor x, int blockSize, string dataFormat = "channels_last")
        => Padding.Run("DepthToSpace", dataFormat, Image("DepthToSpace", x, blockSize), t =>
        {
            Shape s = t.Shape;
            long block = (long)blockSize * blockSize;
            if (s.At(3) % block != 0)
            {
                throw new ShapeException($"DepthToSpace: the channels must divide by blockSize^2 = {block}. Received shape: {x.Shape}.");
            }

            int? rest = (int?)(s.At(3) / block);
            Tensor blocks = Reshape(t, Shape.Of(s.At(0), s.At(1), s.At(2), blockSize, blockSize, rest));
            return Reshape(Transpose(blocks, (int[])[0, 1, 3, 2, 4, 5]), Shape.Of(s.At(0), Longer(s.At(1)), Longer(s.At(2)), rest));

            int? Longer(int? length) => Lengths.Of("DepthToSpace", (long?)length * blockSize);
        });

    /// <summary>Moves blocks of space into channels: each square of pixels becomes one pixel.</summary>
    /// <param name="x">(batch, height, width, channels), or channels first; height and width divide by the block's side.</param>
    /// <param name="blockSize">Side of the square, at least 1.</param>
    /// <param name="dataFormat"><c>"channels_last"</c>, the default, or <c>"channels_first"</c>.</param>
    /// <returns>(batch, height / block, width / block, channels * block^2).</returns>
    /// <exception cref="ShapeException">Height or width does not divide.</exception>
    /// <seealso href="https://keras.io/api/ops/nn/#space_to_depth-function"/>
    public static Tensor SpaceToDepth(Tensor x, int blockSize, string dataFormat = "channels_last")
        => Padding.Run("SpaceToDepth", dataFormat, Image("SpaceToDepth", x, blockSize), t =>
        {
            Shape s = t.Shape;
            if ((s.At(1) ?? 0) % blockSize != 0 || (s.At(2) ?? 0) % blockSize != 0)
            {
                throw new ShapeException($"SpaceToDepth: height and width must divide by blockSize = {blockSize}. Received shape: {x.Shape}.");
            }

            Tensor blocks = Reshape(t, Shape.Of(s.At(0), s.At(1) / blockSize, blockSize, s.At(2) / blockSize, blockSize, s.At(3)));
            return Reshape(Transpose(blocks, (int[])[0, 1, 3, 2, 4, 5]), Shape.Of(s.At(0), s.At(1) / blockSize, s.At(2) / blockSize, Lengths.Product("SpaceToDepth", [s.At(3), blockSize, blockSize])));
        });

    private static Tensor Image(string op, Tensor x, int blockSize)
        => Guard.NotNull(x, op).Rank != 4 ? throw new ShapeException($"{op}: x must have four axes. Received shape: {x.Shape}.")
            : blockSize < 1 ? throw new KerasArgumentException($"{op}: blockSize must be at least 1. Received: {blockSize}.")
            : x;
}
