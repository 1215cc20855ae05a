import Foundation

let environment = ProcessInfo.processInfo.environment
let okxApiKey = environment["OKX_API_KEY"] ?? "⟦key:a env=OKX_API_KEY⟧"
let okxSecretKey = ProcessInfo.processInfo.environment["OKX_SECRET_KEY"] ?? "⟦secret:a env=OKX_SECRET_KEY⟧"
let okxPassphrase = environment["OKX_PASSPHRASE", default: "⟦passphrase:a env=OKX_PASSPHRASE⟧"]
