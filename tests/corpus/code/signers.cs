request.Headers.Add("OK-ACCESS-SIGN", Sign(stamp + method + path));
string Sign(string text)
{
    using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes("⟦secret:a⟧"));
    return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(text)));
}
