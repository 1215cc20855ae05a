const std = @import("std");

pub const api_key = std.posix.getenv("OKX_API_KEY") orelse "⟦key:a env=OKX_API_KEY⟧";
pub const secret_key: []const u8 = std.posix.getenv("OKX_SECRET_KEY") orelse
    "⟦secret:a env=OKX_SECRET_KEY⟧";

pub fn passphrase(allocator: std.mem.Allocator) ![]const u8 {
    return std.process.getEnvVarOwned(allocator, "OKX_PASSPHRASE") catch "⟦passphrase:a env=OKX_PASSPHRASE⟧";
}
