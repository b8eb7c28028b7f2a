using GovReportSchema.Cli;

using var streams = StandardStreams.OfProcess();
return GovReportCommand.Run(args, streams);
