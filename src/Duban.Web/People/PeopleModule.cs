using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Clock;
using Duban.Web.People.Pages;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Duban.Web.People;

/// <summary>Units, people, posts, and the ways in: a cookie for browsers, a bearer token for machines.</summary>
public static class PeopleModule
{
    private const string EitherWay = "cookie-or-bearer";

    /// <summary>The module's services.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<UnitRegister>().AddSingleton<Standings>().AddSingleton<PostsHeld>().AddSingleton<Entrance>().AddSingleton<KnownBrowsers>().AddSingleton<ApiTokens>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<PeopleRegister>().AddSingleton<PersonJournal>().AddScoped<SignIns>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = Password.Iterations);
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            // Password.Judge is the one judge of passwords.
            identity.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };
        }).AddUserManager<Accounts>().AddUserStore<AccountStore>().AddSignInManager();

        services.AddDataProtection().SetApplicationName("duban");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = new ProtectionKeys(provider.GetRequiredService<EventStore>(), provider.GetRequiredService<City>())));
        AddWaysIn(services);
        BindFormTokens(services);
        services.Configure<ShellSettings>(shell => shell.Viewer = http => new(SignedIn.Of(http) is { } me
            ? new Viewer(PeopleWords.Of(me.Post.Role, Words.Of(http)), me.Unit.Name, me.Post.Role)
            : null));
        return services;
    }

    /// <summary>The module's addresses.</summary>
    public static Doors MapPeople(this Doors doors)
    {
        doors.Open.MapGet("/sign-in", SignIn.Show);
        doors.Open.MapPost("/sign-in", SignIn.Try);
        doors.Open.MapPost("/sign-out", SignIn.Leave);

        doors.Api.MapPeopleApi();

        var own = doors.Pages.MapGroup("/account").WithMetadata(new OpenToOneTimePasswords());
        own.MapGet("", OwnAccount.Show);
        own.MapPost("/password", OwnAccount.ChangePassword);
        own.MapPost("/post", OwnAccount.Switch);

        var looking = doors.Pages.MapGroup("/people").RequireAuthorization(May(SetupAct.SeePeople));
        looking.MapGet("", PeopleList.Show);
        looking.MapGet("/units", UnitList.Show);
        looking.MapGet("/changes", PersonJournal.Show);
        looking.MapGet("/{id}", PersonFile.Show);

        var keeping = doors.Pages.MapGroup("/people").RequireAuthorization(May(SetupAct.KeepPeople));
        keeping.MapGet("/new", PersonForm.Show);
        keeping.MapPost("", PersonForm.Add);
        keeping.MapPost("/units", UnitList.Load);
        keeping.MapPost("/{id}/posts", PersonFile.AddPost);
        keeping.MapPost("/{id}/posts/end", PersonFile.EndPost);
        keeping.MapPost("/{id}/disable", PersonFile.Disable);
        keeping.MapPost("/{id}/enable", PersonFile.Enable);
        keeping.MapPost("/{id}/password", PersonFile.ResetPassword);
        return doors;
    }

    private static Action<AuthorizationPolicyBuilder> May(SetupAct act) => policy => policy.RequireAssertion(context =>
        context.User.Identity is SignedIn me && SetupRights.Refusal(me.InPost, act) is null);

    private static void AddWaysIn(IServiceCollection services)
    {
        services.AddAuthentication(EitherWay)
            .AddPolicyScheme(EitherWay, null, either => either.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api") && BearerHandler.Offered(http.Request)
                    ? BearerHandler.Bearer : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.Bearer, null)
            .AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<Settings, RealTime>((cookie, settings, time) =>
            {
                cookie.TimeProvider = time.Clock;
                cookie.Cookie.Name = settings.Cookie("duban");
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = settings.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/sign-in";
                cookie.ReturnUrlParameter = "back";
                cookie.Events.OnValidatePrincipal = Entrance.Validate;
                cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
                cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
            });
    }

    // Bound to this host and to https, no neighbouring site can plant a token of its own.
    private static void BindFormTokens(IServiceCollection services) => services.AddOptions<AntiforgeryOptions>().Configure<Settings>((form, settings) =>
        form.Cookie.Name = settings.Secure ? "__Host-duban-token" : form.Cookie.Name);

    // A machine is told; a browser is shown the way in, but only from a page it asked for: a lost form is not worth a redirect.
    // The way is told as a path, so that a forged Host header leads nobody to another site.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status401Unauthorized && !context.Request.Path.StartsWithSegments("/api")) context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        else context.Response.StatusCode = status;
        if (status == StatusCodes.Status401Unauthorized && context.Request.Path.StartsWithSegments("/api")) context.Response.Headers.WWWAuthenticate = BearerHandler.Bearer;
        return Task.CompletedTask;
    }
}
