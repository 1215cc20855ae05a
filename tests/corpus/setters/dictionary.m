[headers setObject:@"⟦key:a⟧" forKey:@"OK-ACCESS-KEY"];
[headers setObject:@"⟦passphrase:a⟧"
            forKey:@"OK-ACCESS-PASSPHRASE"];
[headers setObject:@"⟦uuid:n⟧" forKey:@"X-Request-Id"];
