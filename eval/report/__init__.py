"""How does a person read a run? One HTML page that needs nothing from outside."""

from eval.report.page import report_page, write_report

__all__ = ["report_page", "write_report"]
