[request setValue:@"⟦key:a⟧" forHTTPHeaderField:@"OK-ACCESS-KEY"];
[request addValue:@"⟦passphrase:a⟧" forHTTPHeaderField:@"OK-ACCESS-PASSPHRASE"];
[request setValue:@"⟦uuid:n⟧" forHTTPHeaderField:@"X-Request-Id"];
