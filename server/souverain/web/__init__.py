"""The graph on the web. Only `app` knows Flask: what is answered is decided without a framework."""
