using Photos.LibraryBenchmark;

// Without words, as the figures of decision 0030 were measured; with a number, in a library of that many photos.
var photos = args is [var words] && int.TryParse(words, out var number) ? number : 1_000_000;
return await Benchmark.RunAsync(small: 1_000, large: photos, Console.Out);
