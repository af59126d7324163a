"""The demo municipality's CMS and public site: Content Delivery API, feeds, catalogue and pages."""
