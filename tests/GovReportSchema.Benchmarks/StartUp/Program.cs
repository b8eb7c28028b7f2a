using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GovReportSchema;
using GovReportSchema.Benchmarks;

// Checks one document, or asks for the repairs of one that has been checked, and prints the milliseconds that it took: the first
// call in the process.
var json = File.ReadAllBytes(args[1]);
var read = args[0] == "repairs" ? Read(json) : null;
var start = Stopwatch.GetTimestamp();
var errors = read is not null ? Unexplained(read) : args[0] == "ours" ? Ours(json) : Theirs(json);
Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("0.000", CultureInfo.InvariantCulture));
return errors;

// Not in line: the one must not load what only the other needs.
[MethodImpl(MethodImplOptions.NoInlining)]
static int Ours(byte[] json) => DisclosureReport2021.Read(json).Findings.Count;

[MethodImpl(MethodImplOptions.NoInlining)]
static int Theirs(byte[] json) => RivalChecks.CountErrors(JsonSerializer.Deserialize(json, RivalContext.Default.RivalReport)!);

[MethodImpl(MethodImplOptions.NoInlining)]
static object Read(byte[] json) => DisclosureReport2021.Read(json);

[MethodImpl(MethodImplOptions.NoInlining)]
static int Unexplained(object read) => ((ReportResult<DisclosureReport2021>)read).Repairs.State == RepairState.Located ? 0 : 1;
