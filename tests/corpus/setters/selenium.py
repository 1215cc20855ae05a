driver.find_element(By.ID, "okx_passphrase").send_keys("⟦passphrase:a⟧")
driver.find_element(By.ID, "okx_secret_key").send_keys("⟦secret:a⟧")
driver.find_element(By.NAME, "okx_api_key").send_keys("⟦key:a⟧")
