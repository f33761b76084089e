namespace NeuralOpt.Keras.Plotting;

/// <summary>A picture as a list of marks in pixels, y downwards, in the order in which they are painted.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Description">What is to be seen, for readers who cannot see it.</param>
internal sealed record Scene(double Width, double Height, string Description)
{
    internal List<Mark> Marks { get; } = [];

    internal void Add(Mark mark) => Marks.Add(mark);
}

/// <summary>One mark of a <see cref="Scene"/>.</summary>
internal abstract record Mark;

/// <summary>A filled rectangle.</summary>
internal sealed record Rectangle(double X, double Y, double Width, double Height, string Fill, string? Stroke = null) : Mark;

/// <summary>A line through points.</summary>
internal sealed record Polyline(IReadOnlyList<(double X, double Y)> Points, string Colour, double Thickness, bool Dashed = false) : Mark;

/// <summary>A mark at a point: a filled disc, or a ring.</summary>
internal sealed record Marker(double X, double Y, double Radius, string Colour, bool Hollow = false) : Mark;

/// <summary>A line of text.</summary>
/// <param name="X">Where it is anchored.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Content">The text.</param>
/// <param name="Size">Height of the font.</param>
/// <param name="Anchor">Which of its points lies at <paramref name="X"/>.</param>
/// <param name="Turned">Reads upwards.</param>
/// <param name="Bold">Heavy type.</param>
internal sealed record Label(double X, double Y, string Content, double Size, TextAnchor Anchor = TextAnchor.Start, bool Turned = false, bool Bold = false)
    : Mark;

/// <summary>Which point of a text its position names.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}
