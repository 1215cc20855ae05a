<?php
update_option('okx_api_key', '⟦key:a⟧');
update_option('okx_secret_key', '⟦secret:a⟧');
