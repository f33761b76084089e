using System.Runtime.InteropServices;

namespace NeuralOpt.Keras.Benchmarks;

/// <summary>Convolutions of oneDNN 2, if it is installed (Debian's libdnnl2): it chooses the memory layout, as is best for it.</summary>
internal sealed unsafe partial class OneDnn
{
    private const string Library = "libdnnl.so.2";
    private const int Float32 = 3;
    private const int AnyLayout = 1;
    private const int Direct = 1;
    private const int ForwardTraining = 64;
    private const int ExecArgument = 255;
    private const int Source = 1;
    private const int Target = 17;
    private const int Weights = 33;
    private const int SourceGradient = 129;
    private const int TargetGradient = 145;
    private const int WeightsGradient = 161;

    // Bits of dnnl_cpu_isa_t.
    private const int Avx2 = 0x4;
    private const int Avx512 = 0x20;

    // More than any description takes: their layout is the library's affair.
    private const int DescriptionBytes = 64 * 1024;

    private static nint s_engine;
    private static nint s_stream;

    private readonly nint _primitive;
    private readonly Argument[] _arguments;

    private OneDnn(nint description, int[] arguments)
    {
        Check(PrimitiveCreate(out _primitive, description), "dnnl_primitive_create");
        _arguments = Array.ConvertAll(arguments, a =>
        {
            void* layout = QueryLayout(description, ExecArgument, a);
            nuint bytes = LayoutSize(layout);
            float* data = (float*)NativeMemory.AlignedAlloc(bytes, 64);
            for (nuint i = 0; i < bytes / sizeof(float); i++)
            {
                data[i] = (i % 1000 * 0.001f) - 0.5f;
            }

            Check(MemoryCreate(out nint memory, layout, s_engine, data), "dnnl_memory_create");
            return new Argument { Index = a, Memory = memory };
        });
    }

    /// <summary>Why it cannot be loaded; null where it can.</summary>
    internal static string? Fault { get; } = Find();

    /// <summary>Version, and the widest vectors that it may use.</summary>
    internal static string Version
    {
        get
        {
            int* numbers = GetVersion();
            int isa = GetIsa();
            return $"oneDNN {numbers[0]}.{numbers[1]}.{numbers[2]}, vectors of {((isa & Avx512) != 0 ? 512 : (isa & Avx2) != 0 ? 256 : 128)} bits";
        }
    }

    /// <summary>A 3 x 3 convolution without a border, its input gradient and its filter gradient.</summary>
    internal static (OneDnn Forward, OneDnn InputGradient, OneDnn FilterGradient) Convolution(int batch, int size, int cin, int cout)
    {
        if (s_engine == 0)
        {
            Check(EngineCreate(out s_engine, 1, 0), "dnnl_engine_create");
            Check(StreamCreate(out s_stream, s_engine, 1), "dnnl_stream_create");
        }

        byte* x = Layout(batch, cin, size, size), w = Layout(cout, cin, 3, 3), y = Layout(batch, cout, size - 2, size - 2);
        long* strides = stackalloc long[] { 1, 1 }, padding = stackalloc long[] { 0, 0 };
        byte* description = (byte*)NativeMemory.AllocZeroed(DescriptionBytes);
        Check(Forward(description, ForwardTraining, Direct, x, w, null, y, strides, padding, padding), "dnnl_convolution_forward_desc_init");
        Check(Describe(out nint forward, description, 0, s_engine, 0), "dnnl_primitive_desc_create");
        Check(BackwardData(description, Direct, x, w, y, strides, padding, padding), "dnnl_convolution_backward_data_desc_init");
        Check(Describe(out nint data, description, 0, s_engine, forward), "dnnl_primitive_desc_create");
        Check(BackwardWeights(description, Direct, x, w, null, y, strides, padding, padding), "dnnl_convolution_backward_weights_desc_init");
        Check(Describe(out nint weights, description, 0, s_engine, forward), "dnnl_primitive_desc_create");
        return (new(forward, [Source, Weights, Target]),
            new(data, [TargetGradient, Weights, SourceGradient]),
            new(weights, [Source, TargetGradient, WeightsGradient]));
    }

    internal void Run()
    {
        fixed (Argument* arguments = _arguments)
        {
            Check(Execute(_primitive, s_stream, _arguments.Length, arguments), "dnnl_primitive_execute");
        }

        Check(Wait(s_stream), "dnnl_stream_wait");
    }

    private static string? Find()
    {
        NativeEnvironment.Set(PeerCheck.Settings);
        return PeerCheck.NoPeers ?? (NativeLibrary.TryLoad(Library, out _) ? null : "oneDNN is not there (Debian's libdnnl2).");
    }

    private static byte* Layout(params ReadOnlySpan<long> sizes)
    {
        byte* layout = (byte*)NativeMemory.AllocZeroed(DescriptionBytes);
        fixed (long* at = sizes)
        {
            Check(LayoutInit(layout, sizes.Length, at, Float32, AnyLayout), "dnnl_memory_desc_init_by_tag");
        }

        return layout;
    }

    private static void Check(int status, string function)
    {
        if (status != 0)
        {
            throw new InvalidOperationException($"oneDNN: {function} must return 0. Received: {status}.");
        }
    }

    [LibraryImport(Library, EntryPoint = "dnnl_version")]
    private static partial int* GetVersion();

    [LibraryImport(Library, EntryPoint = "dnnl_get_effective_cpu_isa")]
    private static partial int GetIsa();

    [LibraryImport(Library, EntryPoint = "dnnl_engine_create")]
    private static partial int EngineCreate(out nint engine, int kind, nuint index);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_create")]
    private static partial int StreamCreate(out nint stream, nint engine, uint flags);

    [LibraryImport(Library, EntryPoint = "dnnl_stream_wait")]
    private static partial int Wait(nint stream);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_init_by_tag")]
    private static partial int LayoutInit(void* layout, int axes, long* sizes, int type, int tag);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_desc_get_size")]
    private static partial nuint LayoutSize(void* layout);

    [LibraryImport(Library, EntryPoint = "dnnl_memory_create")]
    private static partial int MemoryCreate(out nint memory, void* layout, nint engine, void* data);

    [LibraryImport(Library, EntryPoint = "dnnl_convolution_forward_desc_init")]
    private static partial int Forward(
        void* description, int kind, int algorithm, void* x, void* w, void* bias, void* y, long* strides, long* low, long* high);

    [LibraryImport(Library, EntryPoint = "dnnl_convolution_backward_data_desc_init")]
    private static partial int BackwardData(
        void* description, int algorithm, void* dx, void* w, void* dy, long* strides, long* low, long* high);

    [LibraryImport(Library, EntryPoint = "dnnl_convolution_backward_weights_desc_init")]
    private static partial int BackwardWeights(
        void* description, int algorithm, void* x, void* dw, void* bias, void* dy, long* strides, long* low, long* high);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_create")]
    private static partial int Describe(out nint result, void* description, nint attributes, nint engine, nint forward);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_desc_query_md")]
    private static partial void* QueryLayout(nint description, int what, int index);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_create")]
    private static partial int PrimitiveCreate(out nint primitive, nint description);

    [LibraryImport(Library, EntryPoint = "dnnl_primitive_execute")]
    private static partial int Execute(nint primitive, nint stream, int count, Argument* arguments);

    private struct Argument
    {
        internal int Index;
        internal nint Memory;
    }
}
