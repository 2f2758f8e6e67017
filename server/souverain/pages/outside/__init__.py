"""What others say, beside what the articles say."""
