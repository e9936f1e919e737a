using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;
using SearchNotes.Api.Assistants;
using SearchNotes.Api.Box;
using SearchNotes.Api.Health;
using SearchNotes.Api.Hosting;
using SearchNotes.Api.Insights;
using SearchNotes.Api.Middleware;
using SearchNotes.Api.OpenApi;
using SearchNotes.Api.Pages;
using SearchNotes.Api.Reindexing;
using SearchNotes.Api.Responses;
using SearchNotes.Api.Search;
using SearchNotes.Api.Talks;

namespace SearchNotes.Api;

/// <summary>Composes the web service that <c>serve</c> runs.</summary>
public static class SearchNotesHost
{
    /// <summary>Creates the service, ready to <c>Run</c>. The index is opened when the host starts.</summary>
    /// <param name="options">The settings of the service.</param>
    /// <param name="time">The clock. Default: the system clock.</param>
    /// <param name="logging">Configures the log's destination. Default: JSON lines on the console.</param>
    /// <exception cref="SearchNotesException">An option is out of its range.</exception>
    public static WebApplication Create(ServeOptions options, TimeProvider? time = null, Action<ILoggingBuilder>? logging = null) =>
        Create(options, time, logging, static _ => { });

    /// <summary>Creates the service with further services, for the description of its endpoints.</summary>
    internal static WebApplication Create(ServeOptions options, TimeProvider? time, Action<ILoggingBuilder>? logging,
        Action<IServiceCollection> services)
    {
        options.Check();
        options = InClone(options, time ?? TimeProvider.System);
        // An empty builder reads no framework settings from files or the environment, and it starts faster.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => Limits.Apply(kestrel, time ?? TimeProvider.System));
        builder.Logging.AddServiceLog(options, logging);
        AddServices(builder.Services, options, time ?? TimeProvider.System);
        services(builder.Services);

        var app = builder.Build();
        UsePipeline(app, options);
        MapAll(app);
        return app;
    }

    /// <summary>Returns the options with the clone's top folder, resolved before a push can change anything.</summary>
    /// <exception cref="SearchNotesException">The corpus is not in a clone.</exception>
    internal static ServeOptions InClone(ServeOptions options, TimeProvider time) =>
        options.GitPull ? options with { Corpus = options.Corpus with { CloneTop = GitClone.Of(options, time).Top } } : options;

    private static void AddServices(IServiceCollection services, ServeOptions options, TimeProvider time)
    {
        services.AddSingleton(options).AddSingleton(time);
        services.Configure<HostOptions>(Limits.Apply);
        services.AddSingleton(provider => new LiveIndex(
            options.EngineInUse, provider.GetRequiredService<ILogger<LiveIndex>>(), options.Semantic));
        services.AddSingleton<ReindexTasks>().AddSingleton<AnswerCache>().AddSingleton<SearchConcurrencyLimiter>()
            .AddSingleton<AnswerPipeline>();
        services.AddSingleton<SearchParameters>().AddSingleton<ParsedRequestCache>().AddSingleton<SuggestParameters>();
        services.AddHostedService<IndexWatch>();
        if (options.Semantic is not null)
            services.AddHostedService<SemanticUpdates>();
        if (options.Watch)
            services.AddHostedService<CorpusWatch>();
        services.AddSingleton<PushWorker>();
        if (options.HookSecret is not null)
            services.AddHostedService(provider => provider.GetRequiredService<PushWorker>());
        if (new SystemdNotifier() is { IsEnabled: true } systemd)
            services.AddSingleton<ISystemdNotifier>(systemd).AddHostedService<ServiceManager>();
        services.AddSingleton<QueryLog>();
        if (options.QueryLog is not null)
            services.AddHostedService<QueryLogWriter>();
        services.AddRouting();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, Json.Default);
        });
        services.AddHttpServices(options);
        services.AddMetricsApi();
        services.AddAssistants(options);
    }

    /// <summary>Adds the middleware that every request passes through, outermost first.</summary>
    private static void UsePipeline(WebApplication app, ServeOptions options)
    {
        app.UseMiddleware<RequestLog>();
        app.UsePublicPath(options);
        app.UseVaryByOrigin();
        app.UseMiddleware<ProblemWriter>();
        app.UseProxies(options);
        app.UseMetricsForOperators(options);
        app.UsePageSecurity();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseCors();
        app.UseRateLimits();
        app.UseMiddleware<BodyLimits>();
        app.UseResponseCompression();
        app.UseApiPage();
    }

    private static void MapAll(WebApplication app)
    {
        var api = app.MapGroup("/api").RequireCors(AllowedOrigins.Policy);
        api.MapGroup("").WithTags("Search").MapAllOf(SearchApi.MapSearch, SuggestApi.MapSuggest);
        api.MapGroup("").WithTags("Talks").MapAllOf(TalksApi.MapTalks, NamedTalksApi.MapNamedTalks, BrowseApi.MapBrowse, HealthApi.MapStats);
        api.MapGroup("").WithTags("Operation").MapAllOf(ReindexApi.MapReindex, HookApi.MapHooks, InsightsApi.MapInsights);
        app.MapHealth();
        app.MapMetricsApi();
        app.MapOpenApi();
        app.MapPages();
        app.MapMarkdown();
        app.MapFeed();
        app.MapOpenSearch();
        app.MapEmbed();
        app.MapNames();
        app.MapSiteFiles();
        PageAsset.Map(app);
        app.MapSearchBox();
        app.MapAssistants(app.Services.GetRequiredService<ServeOptions>());
    }

    private static void MapAllOf(this IEndpointRouteBuilder routes, params ReadOnlySpan<Action<IEndpointRouteBuilder>> features)
    {
        foreach (var map in features)
            map(routes);
    }
}
