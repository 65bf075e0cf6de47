"""Windows that ask for something before work goes on."""
