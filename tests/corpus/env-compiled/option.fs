module Config

open System

let apiKey =
    Environment.GetEnvironmentVariable "OKX_API_KEY"
    |> Option.ofObj
    |> Option.defaultValue "⟦key:a env=OKX_API_KEY⟧"

let secretKey = Environment.GetEnvironmentVariable "OKX_SECRET_KEY" |> Option.ofObj |> Option.defaultValue "⟦secret:a env=OKX_SECRET_KEY⟧"

let passphrase =
    match Environment.GetEnvironmentVariable("OKX_PASSPHRASE") with
    | null | "" -> "⟦passphrase:a env=OKX_PASSPHRASE⟧"
    | value -> value
