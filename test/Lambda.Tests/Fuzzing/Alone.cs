namespace Lambda.Tests.Fuzzing;

/// <summary>For tests that watch the clock or the memory: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
