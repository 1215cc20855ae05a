use okx_rs::api::{Options, Production, Rest};

fn client() -> Rest {
    let options = Options::new_with(
        Production,
        "⟦key:a⟧".to_string(),
        String::from("⟦secret:a⟧"),
        "⟦passphrase:a⟧".into(),
    );
    Rest::new(options)
}
