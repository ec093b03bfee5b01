"""Questions put over the screen behind; nothing typed here reaches what lies below."""
