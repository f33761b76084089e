using System.Globalization;
using System.Xml;

namespace NeuralOpt.Keras.Plotting;

/// <summary>Writes a scene as SVG 1.1. The same scene gives the same bytes.</summary>
internal static class SvgWriter
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string TextColour = "#333333";

    internal static void Write(Scene scene, Stream stream)
    {
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(false) };
        using XmlWriter svg = XmlWriter.Create(stream, settings);
        svg.WriteStartElement("svg", Namespace);
        Set(svg, "width", scene.Width);
        Set(svg, "height", scene.Height);
        svg.WriteAttributeString("viewBox", $"0 0 {Number(scene.Width)} {Number(scene.Height)}");
        svg.WriteAttributeString("font-family", "DejaVu Sans, Verdana, Helvetica, sans-serif");
        svg.WriteAttributeString("role", "img");
        svg.WriteElementString("title", Namespace, Clean(scene.Description));
        foreach (Mark mark in scene.Marks)
        {
            Write(svg, mark);
        }

        svg.WriteEndElement();
    }

    private static void Write(XmlWriter svg, Mark mark)
    {
        switch (mark)
        {
            case Rectangle rectangle:
                Start(svg, "rect", ("x", rectangle.X), ("y", rectangle.Y), ("width", rectangle.Width), ("height", rectangle.Height));
                svg.WriteAttributeString("fill", rectangle.Fill);
                if (rectangle.Stroke is not null)
                {
                    svg.WriteAttributeString("stroke", rectangle.Stroke);
                }

                break;
            case Polyline line:
                Start(svg, "polyline", ("stroke-width", line.Thickness));
                svg.WriteAttributeString("points", string.Join(' ', line.Points.Select(p => $"{Number(p.X)},{Number(p.Y)}")));
                svg.WriteAttributeString("fill", "none");
                svg.WriteAttributeString("stroke", line.Colour);
                svg.WriteAttributeString("stroke-linejoin", "round");
                if (line.Dashed)
                {
                    svg.WriteAttributeString("stroke-dasharray", "6 4");
                }

                break;
            case Marker marker:
                Start(svg, "circle", ("cx", marker.X), ("cy", marker.Y), ("r", marker.Radius), ("stroke-width", 1.5));
                svg.WriteAttributeString("fill", marker.Hollow ? "#FFFFFF" : marker.Colour);
                svg.WriteAttributeString("stroke", marker.Colour);
                break;
            case Label label:
                Start(svg, "text", ("x", label.X), ("y", label.Y), ("font-size", label.Size));
                svg.WriteAttributeString("fill", TextColour);
                svg.WriteAttributeString("text-anchor", label.Anchor.ToString().ToLowerInvariant());
                if (label.Bold)
                {
                    svg.WriteAttributeString("font-weight", "bold");
                }

                if (label.Turned)
                {
                    svg.WriteAttributeString("transform", $"rotate(-90 {Number(label.X)} {Number(label.Y)})");
                }

                svg.WriteString(Clean(label.Content));
                break;
        }

        svg.WriteEndElement();
    }

    private static void Start(XmlWriter svg, string element, params ReadOnlySpan<(string Name, double Value)> attributes)
    {
        svg.WriteStartElement(element, Namespace);
        foreach ((string name, double value) in attributes)
        {
            Set(svg, name, value);
        }
    }

    private static void Set(XmlWriter svg, string name, double value) => svg.WriteAttributeString(name, Number(value));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    // A metric may be named anything; XML cannot hold every character.
    private static string Clean(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
}
