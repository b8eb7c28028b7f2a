using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovReportSchema.Tests;

/// <summary>A report as the body of a request to a minimal API, on this machine alone.</summary>
public class MinimalApiTests
{
    [Fact]
    public async Task A_posted_report_is_bound_and_a_faulty_body_is_a_bad_request()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("/reports", (DisclosureReport2021 report) => Results.Json(report));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var json = TestData.Json("sample-2021");
        var text = Encoding.UTF8.GetString(json);

        using var taken = await Post(text);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(ReportFormats.Read(json).Report, DisclosureReport2021.Read(await taken.Content.ReadAsByteArrayAsync()).Report);

        foreach (var body in (string[])["{}", "[]", "{\"a\":", text.Replace("\"total\"", "\"sum\"", StringComparison.Ordinal), text[..^20], ""])
        {
            using var refused = await Post(body);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        async Task<HttpResponseMessage> Post(string body)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            return await client.PostAsync(new Uri("/reports", UriKind.Relative), content);
        }
    }
}
