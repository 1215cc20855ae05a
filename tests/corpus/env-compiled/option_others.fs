module Config

open System

let secretKey = Environment.GetEnvironmentVariable "KUCOIN_SECRET" |> Option.ofObj |> Option.defaultValue "⟦uuid:k⟧"

let passphrase =
    Environment.GetEnvironmentVariable "KUCOIN_PASSPHRASE"
    |> Option.ofObj
    |> Option.defaultValue "⟦phrase:k⟧"

let okxPassphrase = Environment.GetEnvironmentVariable "OKX_PASSPHRASE" |> Option.ofObj |> Option.defaultValue ""
