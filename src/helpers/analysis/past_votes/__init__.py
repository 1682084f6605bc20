"""What past votes tell: base rates, who votes along, and how well forecasts came true."""
