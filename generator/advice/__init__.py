"""The advice of experienced colleagues: rules on a partner, today. Each room has the rules on one subject, ``table`` all."""
