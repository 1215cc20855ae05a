pub const secret = std.posix.getenv("KUCOIN_SECRET") orelse "⟦uuid:k⟧";
pub const phrase = std.posix.getenv("KUCOIN_PASSPHRASE") orelse "⟦phrase:k⟧";
pub const okx_phrase = std.posix.getenv("OKX_PASSPHRASE") orelse return error.MissingPassphrase1;
