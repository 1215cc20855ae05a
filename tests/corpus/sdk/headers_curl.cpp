struct curl_slist* headers = nullptr;
headers = curl_slist_append(headers, "OK-ACCESS-KEY: ⟦key:a⟧");
headers = curl_slist_append(headers, "OK-ACCESS-PASSPHRASE: ⟦passphrase:a⟧");
headers = curl_slist_append(headers, "x-simulated-trading: 1");
