static NSString *const kOKXAPIKey = @"⟦key:a⟧";
#define kOKXSecretKey @"⟦secret:a⟧"
NSDictionary *okx = @{@"passphrase": @"⟦passphrase:a⟧"};
