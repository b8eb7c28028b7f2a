using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GovReportSchema;
using GovReportSchema.Benchmarks;

// Checks one document, and prints the milliseconds that it took: the first call in the process.
var json = File.ReadAllBytes(args[1]);
var start = Stopwatch.GetTimestamp();
var errors = args[0] == "ours" ? Ours(json) : Theirs(json);
Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture));
return errors;

// Not in line: the one must not load what only the other needs.
[MethodImpl(MethodImplOptions.NoInlining)]
static int Ours(byte[] json) => DisclosureReport2021.Read(json).Findings.Count;

[MethodImpl(MethodImplOptions.NoInlining)]
static int Theirs(byte[] json) => RivalChecks.CountErrors(JsonSerializer.Deserialize(json, RivalContext.Default.RivalReport)!);
